"""Giấy đã ký: what comes back from the signer, as scans or signed files, and what a paper is."""
