using System.Security.Cryptography;
using System.Text;

namespace LlmAspects.Errors;

/// <summary>What makes two occurrences the same error. Messages and stack traces do not: the former vary, the latter cost more than the error.</summary>
internal readonly record struct ErrorGroupKey(string Component, string Operation, string Code, string ExceptionType, string? CauseType)
{
    internal static ErrorGroupKey Of(ErrorRecord record) => new(record.Component, record.Operation, record.Code, record.ExceptionType, record.CauseType);

    /// <summary>The same in every process, unlike a hash code.</summary>
    internal string ToFingerprint()
    {
        var text = string.Join('\n', Component, Operation, Code, ExceptionType, CauseType);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }
}
