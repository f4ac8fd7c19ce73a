"""What a programme's repository needs on a code host: owners of code, workflows, forms."""
