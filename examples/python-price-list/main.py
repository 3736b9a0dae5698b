from prices import total

print(total(["tea", "coffee"]))
print(total(["tea", "cocoa"]))
