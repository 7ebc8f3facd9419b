"""The programme of a year or a period: tasks, targets with what records say of them, money with sums that must agree."""
