"""What a meeting decided, announced and promised, and its annotated agenda against its report."""
