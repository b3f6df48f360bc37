using LlmAspects.Components.Retrieval;

namespace LlmAspects.Components.Tests.Quality;

/// <summary>Makes the context of a request from texts: the documents are called d1, d2 ... and start at 100.</summary>
internal static class QualityContext
{
    public const int Start = 100;

    public static RetrievedContext Of(params string[] texts) =>
        (RetrievedContext)RetrievedContext.ToContent([.. texts.Select((text, index) => new RetrievedChunk($"d{index + 1}", Start, text, 1))], "0123456789abcdef").RawRepresentation!;
}
