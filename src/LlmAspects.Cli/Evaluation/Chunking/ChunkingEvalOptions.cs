namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>What the command line of <c>eval chunking</c> said.</summary>
internal sealed record ChunkingEvalOptions
{
    /// <summary>The labelled data, a file or a folder.</summary>
    public required string Data { get; init; }

    /// <summary>Where the documents are that questions are about; <see langword="null"/> for <c>corpora</c> beside the questions.</summary>
    public string? Corpora { get; init; }

    /// <summary>What is compared on questions, each as <c>STRATEGY:CAP</c>.</summary>
    public IReadOnlyList<string> Chunkers { get; init; } = [];

    /// <summary>What the retriever counts a word in a neighboring piece.</summary>
    public double NeighborWeight { get; init; }

    /// <summary>Up to which length the retriever joins pieces that touch.</summary>
    public int PassageLength { get; init; }

    /// <summary>Where the figures go.</summary>
    public FigureOutput Output { get; init; } = FigureOutput.Table;

    /// <summary>The fewest sentences in a segment; <see langword="null"/> for the default of the strategy.</summary>
    public int? MinSentences { get; init; }

    /// <summary>The most sentences in a segment; <see langword="null"/> for the default of the strategy.</summary>
    public int? MaxSentences { get; init; }

    /// <summary>Whether the options of the strategy are chosen on the data, with the error on what they were not chosen on.</summary>
    public bool Tune { get; init; }

    /// <summary>Into how many parts the data is divided to tune.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How often it is divided anew, with the seeds 1, 2 and so on.</summary>
    public int Seeds { get; init; } = 3;
}
