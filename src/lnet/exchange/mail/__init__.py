"""Mail: from its headers, who wrote to whom and when. Bodies are never read, and nothing of them is kept."""
