using System.Security.Cryptography;

namespace LlmAspects.Components.Tests.Prompting;

/// <summary>Fills each request with the next of the given bytes; the last one stays.</summary>
internal sealed class ScriptedRandom(params byte[] script) : RandomNumberGenerator
{
    private int _next;

    public override void GetBytes(byte[] data) => Array.Fill(data, script[Math.Min(_next++, script.Length - 1)]);
}
