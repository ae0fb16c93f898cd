"""What releases say of themselves: what is in them, where and to whom they go."""
