// Prints the stacks of as many goroutines as its argument says, as a service that leaks them would: most cannot send,
// some wait for a mutex that one holds, a few for jobs.
package main

import (
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync"
	"time"
)

type cache struct {
	mu     sync.Mutex
	prices map[string]int
}

func (c *cache) price(sku string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.prices[sku]
}

func (c *cache) refresh(done chan struct{}) {
	c.mu.Lock()
	defer c.mu.Unlock()
	<-done
}

type client struct{ results chan<- string }

//go:noinline
func (c *client) deliver(row string) { c.results <- row }

//go:noinline
func (c *client) scan(rows []string) {
	for _, row := range rows {
		c.deliver(row)
	}
}

//go:noinline
func (c *client) try(host string, attempt int) {
	c.scan([]string{host, strconv.Itoa(attempt)})
}

//go:noinline
func (c *client) withRetry(host string, attempts int) {
	for i := 0; i < attempts; i++ {
		c.try(host, i)
	}
}

func query(host string, c *client) {
	go func() {
		time.Sleep(time.Millisecond)
		c.withRetry(host, 3)
	}()
}

func serve(jobs <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for job := range jobs {
		runtime.KeepAlive(job)
	}
}

func main() {
	count, _ := strconv.Atoi(os.Args[1])
	debug, _ := strconv.Atoi(os.Args[2])
	c := &cache{}
	go c.refresh(make(chan struct{}))
	jobs := make(chan int)
	pool := &client{results: make(chan string)}
	var wg sync.WaitGroup
	for i := 0; i < count; i++ {
		switch {
		case i%20 == 0:
			wg.Add(1)
			go serve(jobs, &wg)
		case i%50 == 1:
			go c.price("tea")
		default:
			query("db-"+strconv.Itoa(i), pool)
		}
	}
	time.Sleep(time.Second)
	pprof.Lookup("goroutine").WriteTo(os.Stdout, debug)
}
