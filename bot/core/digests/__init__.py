"""What goes into a digest and how it is put together; what a chat follows, and how often it is asked."""
