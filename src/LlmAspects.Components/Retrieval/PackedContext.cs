namespace LlmAspects.Components.Retrieval;

/// <summary>The retrieved pieces that fit into a number of tokens.</summary>
/// <param name="Chunks">The pieces, in the order in which they were retrieved.</param>
/// <param name="Tokens">What they cost with the numbers before them; the upper end where the tokenizer is not public.</param>
/// <param name="LeftOut">How many did not fit or said nothing new.</param>
public sealed record PackedContext(IReadOnlyList<RetrievedChunk> Chunks, int Tokens, int LeftOut);
