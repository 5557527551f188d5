"""What an address is: how a link is taken apart, and which networks are public."""
