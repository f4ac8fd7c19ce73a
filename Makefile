# A shorter way to type the tasks of dev.py.
.PHONY: bench demo docs lock test

bench demo docs lock test:
	python3 dev.py $@
