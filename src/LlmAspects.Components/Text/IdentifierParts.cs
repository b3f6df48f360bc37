namespace LlmAspects.Components.Text;

/// <summary>Cuts <c>ErrorContext</c>, <c>IChatClient</c>, <c>HTTPServer</c> and <c>error_context</c> into words.</summary>
internal static class IdentifierParts
{
    /// <summary>The end of the part that starts here; underscores belong to the part before.</summary>
    /// <param name="word">The identifier.</param>
    /// <param name="start">Where a part starts, below the length.</param>
    public static int NextEnd(ReadOnlySpan<char> word, int start)
    {
        int i = start + 1;
        while (i < word.Length && !StartsPart(word, i))
        {
            i++;
        }

        return i;
    }

    private static bool StartsPart(ReadOnlySpan<char> word, int index)
    {
        char before = word[index - 1];
        char current = word[index];
        if (before == '_')
        {
            // Leading underscores belong to the first part.
            return current != '_' && word[..index].ContainsAnyExcept('_');
        }

        if (!char.IsUpper(current))
        {
            return false;
        }

        return !char.IsUpper(before) || (index + 1 < word.Length && char.IsLower(word[index + 1]));
    }
}
