package qa

import "math"

// bestSum is the greatest sum of scores that a one-to-one pairing of rows and columns
// can reach. Scores are finite, all rows are of one length. The work grows with
// n²·m, where n is the smaller and m the larger side.
//
// It is the Hungarian method with potentials: rows join the pairing one by one, each by
// the cheapest path of swaps.
func bestSum(scores [][]float64) float64 {
	if len(scores) > len(scores[0]) {
		scores = transposed(scores)
	}
	n, m := len(scores), len(scores[0])
	// Rows and columns count from 1; column 0 holds the row that looks for a place.
	rowPrice, columnPrice := make([]float64, n+1), make([]float64, m+1)
	rowOf := make([]int, m+1)
	for row := 1; row <= n; row++ {
		rowOf[0] = row
		column := 0
		least := make([]float64, m+1)
		from := make([]int, m+1)
		done := make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for rowOf[column] != 0 {
			done[column] = true
			r, next, step := rowOf[column], 0, math.Inf(1)
			for j := 1; j <= m; j++ {
				if done[j] {
					continue
				}
				if cost := -scores[r-1][j-1] - rowPrice[r] - columnPrice[j]; cost < least[j] {
					least[j], from[j] = cost, column
				}
				if least[j] < step {
					step, next = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if done[j] {
					rowPrice[rowOf[j]] += step
					columnPrice[j] -= step
				} else {
					least[j] -= step
				}
			}
			column = next
		}
		for column != 0 {
			rowOf[column] = rowOf[from[column]]
			column = from[column]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if rowOf[j] != 0 {
			sum += scores[rowOf[j]-1][j-1]
		}
	}
	return sum
}

func transposed(a [][]float64) [][]float64 {
	t := make([][]float64, len(a[0]))
	for j := range t {
		t[j] = make([]float64, len(a))
		for i := range a {
			t[j][i] = a[i][j]
		}
	}
	return t
}
