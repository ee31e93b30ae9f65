"""The peers, each used as its own documentation does, with its own defaults.

Knows: how each cuts, indexes and searches. Does not know: papers, gold, scores. Libraries are
imported inside functions: this file is read where none of them is installed. What is not the
peer's default is said where it is set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from eval.peers.exchange import Piece

Texts = list[str]
Cut = Callable[[str], Texts]
Ask = Callable[[str], list[int]]  # a question; places of pieces, best first
Index = Callable[[Texts, str, int], Ask]  # pieces, folder of a model, how many to find


@dataclass(frozen=True, slots=True)
class Peer:
    """One way of using one library. `packages`: what pip calls what it needs.

    pieces_of: how it cuts, in words. modules: imported before anything is timed.
    """

    label: str
    pieces_of: str
    packages: tuple[str, ...]
    modules: tuple[str, ...]
    cut: Cut
    index: Index
    environment: Mapping[str, str] = field(default_factory=dict)

    def pieces(self, papers: Mapping[str, str]) -> list[Piece]:
        """The papers cut as this peer cuts, in their order."""
        return [Piece(name, part) for name, text in papers.items() for part in self.cut(text)]


def _txtai_cut(text: str) -> Texts:
    """Paragraphs: txtai has no default, and a whole paper as one piece finds no agenda item."""
    from txtai.pipeline import Segmentation

    return list(Segmentation(paragraphs=True)(text))


def _txtai(pieces: Sequence[str], model: str, top: int) -> Ask:
    from txtai import Embeddings

    embeddings = Embeddings(path=model, method="sentence-transformers", hybrid=True)
    embeddings.index([(place, text, None) for place, text in enumerate(pieces)])
    return lambda question: [int(place) for place, _ in embeddings.search(question, top)]


def _haystack_cut(text: str) -> Texts:
    from haystack import Document
    from haystack.components.preprocessors import DocumentSplitter

    made = DocumentSplitter().run(documents=[Document(content=text)])["documents"]
    return [document.content for document in made]


def _haystack(pieces: Sequence[str], model: str, top: int) -> Ask:
    """BM25 alone: the model is not used."""
    from haystack import Document
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore()
    store.write_documents(
        [Document(content=text, meta={"place": place}) for place, text in enumerate(pieces)]
    )
    retriever = InMemoryBM25Retriever(store)

    def ask(question: str) -> list[int]:
        found = retriever.run(query=question, top_k=top)["documents"]
        return [document.meta["place"] for document in found]

    return ask


def _langchain_cut(text: str, size: int | None = None) -> Texts:
    """size: characters in a piece; None leaves it to the splitter, which takes 4000."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    default = RecursiveCharacterTextSplitter()
    splitter = default if size is None else RecursiveCharacterTextSplitter(chunk_size=size)
    return splitter.split_text(text)


def _langchain(pieces: Sequence[str], model: str, top: int) -> Ask:
    """BM25 and FAISS fused by rank. Not a default: vectors of unit length, as the model wants."""
    from langchain_classic.retrievers import EnsembleRetriever
    from langchain_community.retrievers import BM25Retriever
    from langchain_community.vectorstores import FAISS
    from langchain_core.documents import Document
    from langchain_huggingface import HuggingFaceEmbeddings

    documents = [
        Document(page_content=text, metadata={"place": place}) for place, text in enumerate(pieces)
    ]
    embeddings = HuggingFaceEmbeddings(
        model_name=model, encode_kwargs={"normalize_embeddings": True}
    )
    near = FAISS.from_documents(documents, embeddings).as_retriever(search_kwargs={"k": top})
    ensemble = EnsembleRetriever(
        retrievers=[BM25Retriever.from_documents(documents, k=top), near], weights=[0.5, 0.5]
    )
    return lambda question: [found.metadata["place"] for found in ensemble.invoke(question)][:top]


def _llama_index_cut(text: str) -> Texts:
    from llama_index.core.node_parser import SentenceSplitter

    return list(SentenceSplitter().split_text(text))


def _llama_index(pieces: Sequence[str], model: str, top: int, dutch: bool = False) -> Ask:
    """BM25 alone: the model is not used. `dutch`: not a default, stems and stop words are."""
    import Stemmer
    from llama_index.core.schema import TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    tongue = {"stemmer": Stemmer.Stemmer("dutch"), "language": "nl"} if dutch else {}
    nodes = [TextNode(id_=str(place), text=text) for place, text in enumerate(pieces)]
    retriever = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=top, **tongue)
    return lambda question: [int(found.node.node_id) for found in retriever.retrieve(question)]


_LANGCHAIN = (
    ("langchain-classic", "langchain-community", "langchain-huggingface", "rank-bm25", "faiss-cpu"),
    ("langchain_classic.retrievers", "langchain_community.vectorstores", "langchain_huggingface"),
)
_LLAMA_INDEX = (
    ("llama-index-core", "llama-index-retrievers-bm25"),
    ("llama_index.core.node_parser", "llama_index.retrievers.bm25"),
)
PEERS: Mapping[str, Peer] = {
    "txtai": Peer(
        "txtai, hybrid",
        "a paragraph",
        ("txtai", "sentence-transformers", "faiss-cpu"),
        ("txtai.pipeline", "sentence_transformers", "faiss"),
        _txtai_cut,
        _txtai,
    ),
    "haystack": Peer(
        "Haystack, BM25",
        "200 words",
        ("haystack-ai",),
        ("haystack.components.preprocessors", "haystack.components.retrievers.in_memory"),
        _haystack_cut,
        _haystack,
        {"HAYSTACK_TELEMETRY_ENABLED": "false"},
    ),
    "langchain": Peer(
        "LangChain, ensemble", "4000 characters", *_LANGCHAIN, _langchain_cut, _langchain
    ),
    "langchain-1000": Peer(
        "LangChain, ensemble",
        "1000 characters",
        *_LANGCHAIN,
        partial(_langchain_cut, size=1000),
        _langchain,
    ),
    "llama-index": Peer(
        "LlamaIndex, BM25", "1024 tokens", *_LLAMA_INDEX, _llama_index_cut, _llama_index
    ),
    "llama-index-nl": Peer(
        "LlamaIndex, BM25, Dutch stems",
        "1024 tokens",
        *_LLAMA_INDEX,
        _llama_index_cut,
        partial(_llama_index, dutch=True),
    ),
}
