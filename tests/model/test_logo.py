"""Logos as pages show them."""

from pavgen.model.logo import Logo, LogoVariant


def test_logos_with_the_same_variants_are_equal():
    variant = LogoVariant("ab12.svg", "image/svg+xml", 40, 20)
    assert Logo(40, 20, (variant,)) == Logo(40, 20, (variant,))
    assert Logo(40, 20, (variant,)) != Logo(40, 20, ())
