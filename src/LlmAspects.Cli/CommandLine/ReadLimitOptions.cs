using System.CommandLine;
using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The options that say how much of a folder is read.</summary>
internal sealed class ReadLimitOptions
{
    // What a string can hold ends a little above.
    private readonly Option<long?> _maxFile = SizeOption("--max-file", "The largest file that is read, for example 500kB or 10MB; at most 1GB. [default: 5MB]", 1_000_000_000);
    private readonly Option<long?> _maxTotal = SizeOption("--max-total", "All files together; at most 1000GB. [default: 200MB]", ByteSize.Largest);

    public IReadOnlyList<Option> All => [_maxFile, _maxTotal];

    public ReadLimits Read(ParseResult parsed)
    {
        var defaults = new ReadLimits();
        return defaults with
        {
            MaxFileBytes = parsed.GetValue(_maxFile) ?? defaults.MaxFileBytes,
            MaxTotalBytes = parsed.GetValue(_maxTotal) ?? defaults.MaxTotalBytes,
        };
    }

    private static Option<long?> SizeOption(string name, string description, long largest) => new(name)
    {
        Description = description,
        HelpName = "SIZE",
        CustomParser = result =>
        {
            if (ByteSize.TryParse(result.Tokens[0].Value, out long bytes) && bytes <= largest)
            {
                return bytes;
            }

            result.AddError($"{name} needs a size such as 500kB, 10MB or 1MiB, at most {ByteSize.Format(largest)}.");
            return null;
        },
    };
}
