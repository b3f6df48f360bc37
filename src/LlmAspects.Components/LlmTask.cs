namespace LlmAspects.Components;

/// <summary>What a request asks a model to do. Router, optimizer and quality profiles map from this one enumeration.</summary>
public enum LlmTask
{
    /// <summary>No more is known. The default.</summary>
    General,

    /// <summary>A turn of a conversation.</summary>
    Chat,

    /// <summary>An answer to a question, usually from given documents.</summary>
    QuestionAnswering,

    /// <summary>A shorter text with the same content.</summary>
    Summarization,

    /// <summary>The same text in another language.</summary>
    Translation,

    /// <summary>A label for a text.</summary>
    Classification,

    /// <summary>A new text: story, letter, article.</summary>
    Generation,

    /// <summary>A comparison, evaluation or extraction.</summary>
    Analysis,

    /// <summary>Source code written, changed or explained.</summary>
    Code,

    /// <summary>Mathematics, logic, planning.</summary>
    Reasoning,
}
