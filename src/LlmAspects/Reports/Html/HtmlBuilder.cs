using System.Globalization;
using System.Text;

namespace LlmAspects.Reports.Html;

/// <summary>Text of a page in which every interpolated string is encoded, so that data cannot become markup.</summary>
internal sealed class HtmlBuilder
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Appends markup that holds no data.</summary>
    internal void Raw(string constant) => _text.Append(constant);

    /// <summary>Appends markup whose interpolated strings are encoded and whose numbers are invariant.</summary>
    internal void Write(FormattableString markup) =>
        _text.AppendFormat(CultureInfo.InvariantCulture, markup.Format, [.. markup.GetArguments().Select(static value => value is string text ? HtmlText.Encode(text) : value)]);

    /// <summary>An id that stays the same from one page to the next and is used once on a page.</summary>
    internal string Id(string prefix, string name)
    {
        var safe = string.Concat(name.Take(64).Select(static character => char.IsAsciiLetterOrDigit(character) || character == '_' ? char.ToLowerInvariant(character) : '-'));
        var id = $"{prefix}-{safe}";
        for (var number = 2; !_ids.Add(id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{safe}-{number}");
        }

        return id;
    }

    /// <summary>Says how much was left out; nothing when nothing was.</summary>
    internal void LeftOut(long total, int limit, string what)
    {
        if (total > limit)
        {
            Write($"<p class=\"muted\">{total - limit:N0} more {what} left out of {total:N0}.</p>\n");
        }
    }

    public override string ToString() => _text.ToString();
}
