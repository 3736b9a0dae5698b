package main

type Delivery struct {
	SKU   string
	Count int
}

type Warehouse struct {
	Name   string
	onHand map[string]int
}

func (w *Warehouse) Receive(d Delivery) {
	w.onHand[d.SKU] += d.Count
}
