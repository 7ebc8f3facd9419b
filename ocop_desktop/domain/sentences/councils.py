"""Councils, recognitions, and how a product stands afterwards."""

SENTENCES = {
    "recognition.stars": "Không cấp nào công nhận {stars} sao theo quy định này. Công nhận từ 3 đến 5 sao.",
}
