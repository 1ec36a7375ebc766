"""Pictures: drawn as SVG from plain words and numbers, then made into PNG."""
