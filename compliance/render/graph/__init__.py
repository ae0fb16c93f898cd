"""The lineage as a drawing: the graph, its folding, order and layout, and SVG, Mermaid or strips of it."""
