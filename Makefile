# A shorter way to type the tasks of dev.py.
.PHONY: demo test docs

demo test docs:
	python3 dev.py $@
