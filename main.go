// Gander makes training data for reinforcement learning with verifiable rewards.
package main

import "gander/cli"

func main() { cli.Main() }
