"""What the tool scripts share. Standard library only: nothing is installed to run them."""
