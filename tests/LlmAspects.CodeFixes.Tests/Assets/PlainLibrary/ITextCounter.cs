namespace PlainLibrary;

/// <summary>Counts words.</summary>
public interface ITextCounter
{
    /// <summary>Counts the words of a text.</summary>
    int CountWords(string text);
}
