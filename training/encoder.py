"""A BERT encoder (Devlin et al. 2019) as MiniLM's weights want it, with shape and style added to its input."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.text.words import SHAPES


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, drop: float):
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_a = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_b = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: [B, L, width]; mask: [B, 1, 1, L], 0 where attended to and a large negative number elsewhere."""
        b, l, w = x.shape
        q, k, v = self.qkv(x).view(b, l, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            weight = (q @ k.transpose(-1, -2)) * (w // self.heads) ** -0.5 + mask
            seen = torch.softmax(weight, -1) @ v
        else:
            seen = F.scaled_dot_product_attention(q, k, v, mask.to(q.dtype))
        y = self.out(seen.transpose(1, 2).reshape(b, l, w))
        x = self.norm_a(x + F.dropout(y, self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm_b(x + F.dropout(y, self.drop, self.training))


class Encoder(nn.Module):
    def __init__(self, shapes: int = SHAPES, vocabulary: int = 30522, width: int = 384, layers: int = 6, heads: int = 12, inner: int = 1536, drop: float = 0.1):
        super().__init__()
        self.drop = drop
        self.word = nn.Embedding(vocabulary, width)
        self.place = nn.Embedding(512, width)
        self.style = nn.Embedding(2, width)
        self.shape = nn.Embedding(shapes, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, drop) for _ in range(layers))
        nn.init.zeros_(self.shape.weight)

    def forward(self, ids: Tensor, shapes: Tensor, style: Tensor) -> Tensor:
        """ids, shapes: [B, L] with id 0 for padding; style: [B], or [B, L] where parts of one input differ. Returns [B, L, width]."""
        style = style[:, None] if style.dim() == 1 else style
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.place(places)[None] + self.shape(shapes) + self.style(style)
        x = F.dropout(self.norm(x), self.drop, self.training)
        mask = ((ids == 0).to(x.dtype) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load_minilm(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Copies the published weights in; both styles start from the first segment's embedding."""
    own = encoder.state_dict()

    def put(name: str, value: Tensor) -> None:
        assert own[name].shape == value.shape, name
        own[name].copy_(value)

    put("word.weight", weights["embeddings.word_embeddings.weight"])
    put("place.weight", weights["embeddings.position_embeddings.weight"])
    first = weights["embeddings.token_type_embeddings.weight"][:1]
    put("style.weight", first.repeat(2, 1))
    for part in ("weight", "bias"):
        put(f"norm.{part}", weights[f"embeddings.LayerNorm.{part}"])
        for at in range(len(encoder.layers)):
            at_ = f"encoder.layer.{at}."
            names = [weights[f"{at_}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
            put(f"layers.{at}.qkv.{part}", torch.cat(names))
            put(f"layers.{at}.out.{part}", weights[f"{at_}attention.output.dense.{part}"])
            put(f"layers.{at}.norm_a.{part}", weights[f"{at_}attention.output.LayerNorm.{part}"])
            put(f"layers.{at}.up.{part}", weights[f"{at_}intermediate.dense.{part}"])
            put(f"layers.{at}.down.{part}", weights[f"{at_}output.dense.{part}"])
            put(f"layers.{at}.norm_b.{part}", weights[f"{at_}output.LayerNorm.{part}"])
    encoder.load_state_dict(own)
