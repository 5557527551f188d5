"""What people see: messages as text, and the buttons under them."""
