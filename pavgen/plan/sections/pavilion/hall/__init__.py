"""For the hall: signs, the printed plan, the kiosk, and what is taken along."""
