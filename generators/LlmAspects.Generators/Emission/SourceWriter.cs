using System.Text;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes indented lines that end in <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    public void Line() => _text.Append('\n');

    public void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes a raw string, line by line, at the current level.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Line(line.TrimEnd('\r'));
        }
    }

    public void OpenBlock()
    {
        Line("{");
        Indent();
    }

    public void CloseBlock()
    {
        Unindent();
        Line("}");
    }

    public void Indent() => _level++;

    public void Unindent() => _level--;

    public override string ToString() => _text.ToString();
}
