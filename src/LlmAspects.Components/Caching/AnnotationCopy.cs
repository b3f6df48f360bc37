using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>Copies of the annotations that are known.</summary>
internal static class AnnotationCopy
{
    /// <summary>A copy, or null for a type that is not known.</summary>
    public static AIAnnotation? Of(AIAnnotation annotation)
    {
        CitationAnnotation? copy = annotation switch
        {
            DocumentCitation document => new DocumentCitation { SourceStart = document.SourceStart, SourceEnd = document.SourceEnd },
            CitationAnnotation when annotation.GetType() == typeof(CitationAnnotation) => new CitationAnnotation(),
            _ => null,
        };
        if (copy is null || annotation is not CitationAnnotation citation)
        {
            return null;
        }

        copy.Title = citation.Title;
        copy.Url = citation.Url;
        copy.FileId = citation.FileId;
        copy.ToolName = citation.ToolName;
        copy.Snippet = citation.Snippet;
        foreach (AnnotatedRegion region in citation.AnnotatedRegions ?? [])
        {
            if (region is not TextSpanAnnotatedRegion span)
            {
                return null;
            }

            (copy.AnnotatedRegions ??= []).Add(new TextSpanAnnotatedRegion { StartIndex = span.StartIndex, EndIndex = span.EndIndex });
        }

        return copy;
    }
}
