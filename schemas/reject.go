package schemas

// Reject is a row that left the pipeline, with the reason.
type Reject struct {
	// ID is the id of the row that was refused; for a row that could not be read, the
	// content hash of its bytes.
	ID string `parquet:"id"`
	// Stage is the name of the stage that refused it.
	Stage string `parquet:"stage"`
	// Reason is the code of the gate, snake_case.
	Reason string `parquet:"reason"`
	// Detail is the evidence, one line.
	Detail string `parquet:"detail"`
	// Raw is the text that could not be used, untouched; empty where ID finds it again.
	Raw string `parquet:"raw"`
	// SourceIDs are the ids of the questions or documents the row was made from.
	SourceIDs []string `parquet:"source_ids,list"`
	// CostMicros is what model calls for this row cost, in millionths of a dollar.
	CostMicros int64 `parquet:"cost_micros"`
}
