from pavgen.files.cache.salt import salt_of_this_program


def test_salt_is_the_same_for_the_same_program():
    assert salt_of_this_program() == salt_of_this_program.__wrapped__()
    assert len(salt_of_this_program()) == 32
