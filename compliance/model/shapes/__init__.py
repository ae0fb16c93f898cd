"""What documents and frozen values are made of: shapes, their quick reading, and where values stand."""
