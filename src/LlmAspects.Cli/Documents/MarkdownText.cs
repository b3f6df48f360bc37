using System.Text;

namespace LlmAspects.Cli.Documents;

/// <summary>Builds Markdown from text and what stands between it: runs of white space become one space, empty lines never follow one another.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    // What the next visible character needs before it.
    private int _breaks;
    private bool _space;
    private string _start = "";
    private bool _isCode;
    private bool _isFenced;

    public void Write(string text)
    {
        foreach (char character in text)
        {
            if (_isCode)
            {
                WriteCode(character);
            }
            else if (IsSpace(character))
            {
                _space = true;
            }
            else
            {
                Flush();
                _text.Append(character);
            }
        }
    }

    /// <summary>The next text stands on a line of its own.</summary>
    public void EndLine() => Break(1);

    /// <summary>The next text stands below an empty line.</summary>
    public void EndParagraph() => Break(2);

    /// <summary>The next text is a heading.</summary>
    public void BeginHeading(int level) => Begin(2, $"{new string('#', level)} ");

    /// <summary>The next text is an item of a list.</summary>
    public void BeginItem() => Begin(1, "- ");

    /// <summary>The heading or item is over; without text it leaves nothing.</summary>
    public void End()
    {
        Break(1);
        _start = "";
    }

    /// <summary>The next text is apart from what stands before it on the line.</summary>
    public void Separate() => _space = true;

    /// <summary>White space counts until <see cref="EndCode"/>.</summary>
    public void BeginCode()
    {
        Break(2);
        _isCode = true;
    }

    public void EndCode()
    {
        if (_isFenced)
        {
            _text.Append(_text[^1] == '\n' ? "```" : "\n```");
        }

        _isCode = _isFenced = false;
        Break(2);
    }

    public override string ToString()
    {
        EndCode();
        return _text.Length == 0 ? "" : _text.Append('\n').ToString();
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00a0';

    private void WriteCode(char character)
    {
        if (character == '\r' || (!_isFenced && character == '\n'))
        {
            return;
        }

        if (!_isFenced)
        {
            Flush();
            _text.Append("```\n");
            _isFenced = true;
        }

        _text.Append(character);
    }

    private void Begin(int breaks, string start)
    {
        Break(breaks);
        _start = _isCode ? "" : start;
    }

    private void Break(int lines)
    {
        if (!_isCode)
        {
            _breaks = Math.Max(_breaks, lines);
        }
        else if (_isFenced && _text[^1] != '\n')
        {
            // A break within code is a line of it.
            _text.Append('\n');
        }
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _text.Append(_breaks > 0 ? new string('\n', _breaks) : _space ? " " : "");
        }

        _text.Append(_start);
        _breaks = 0;
        _space = false;
        _start = "";
    }
}
