PRICES = {"tea": 320, "coffee": 450}


def price_of(item):
    if item in PRICES:
        return {"item": item, "cents": PRICES[item]}


def total(order):
    return sum(price_of(item)["cents"] for item in order)
