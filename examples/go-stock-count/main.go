package main

import "fmt"

func main() {
	w := Warehouse{Name: "north"}
	for _, d := range []Delivery{{"bolt-m4", 200}, {"nut-m4", 150}} {
		w.Receive(d)
	}
	fmt.Println(w.Name, w.onHand)
}
