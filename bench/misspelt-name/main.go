// A program with one misspelt name, and what the compiler says of it.
package main

import "fmt"

type order struct {
	id    int
	items []string
}

func describe(o order) string {
	summary := fmt.Sprintf("order %d with %d items", o.id, len(o.items))
	return sumary
}

func main() {
	fmt.Println(describe(order{id: 7, items: []string{"tea", "cups"}}))
}
