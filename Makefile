# A shorter way to type the tasks of dev.py.
.PHONY: bench demo test docs

bench demo test docs:
	python3 dev.py $@
