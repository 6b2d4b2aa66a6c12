"""Old calls of torch in files of a reader: find, report, rewrite."""
