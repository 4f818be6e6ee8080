// Package server answers reward requests over HTTP, so that a trainer in any language can
// point a URL at the rules of package verifiers.
//
//	POST /v1/verify     one item or a batch, see package wire
//	POST /openrlhf      the form of OpenRLHF's remote reward model
//	POST /verl          the arguments of verl's custom reward functions
//	GET  /v1/verifiers  the rules, with the JSON Schema of their arguments
//	GET  /openapi.json  all of this as an OpenAPI 3.0 document
//	GET  /metrics       Prometheus
//	GET  /healthz       200 while the server takes requests
//
// # Bounds
//
// A body, a batch and the time for one request are bounded, see [Config]. The work of one
// item is bounded by its rule, which counts operations; nothing of a check is ever
// stopped by force. All requests together run as many checks at once as there are
// processors, and work on [admitted] bodies that have arrived; who comes later waits, at
// most for the time limit. A body that does not arrive keeps nobody waiting.
//
//	status  what it says
//	400     the request cannot be read: the field and what to write instead
//	401     the token is missing or wrong
//	404     no such path
//	405     the path wants another method
//	408     the body did not arrive in time
//	413     the body or the batch is larger than the limit
//	415     the body is compressed
//	500     a fault of the server; counted in gander_panics_total
//	503     the time limit passed
//
// # One bad item
//
// In /v1/verify a bad item of a batch gets its error in its place and the others their
// verdicts. The trainers' forms have no place for an error, and a silent zero is a wrong
// reward: there one bad item refuses the whole request, with the paths of all bad ones.
//
// # Determinism
//
// The same item gets the same result, alone or in any batch, whatever runs beside it.
// Arguments that were read are kept for the next reply to the same task, up to
// [Config.CacheBytes].
package server
