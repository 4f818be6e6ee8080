// Package schemas holds the rows that travel between stages and into files.
//
// Rows are plain structs with exported fields and no `any`, interface or
// recursion, so that Beam's row coder, CBOR and Parquet all see the same thing.
// A field whose shape differs by stage is one JSON string.
package schemas
