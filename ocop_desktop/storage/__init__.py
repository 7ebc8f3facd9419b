"""The client's encrypted database and evidence files. All of the client's SQL is here; domain objects go in and out."""
