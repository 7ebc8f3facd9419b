"""Lists as offices keep them in Excel: what their headings mean, what stands in their cells, which rows are no rows."""
